[int]; [int[]]; [int[,]]; [int[][]]; [int[,,][]]
[System.Collections.Generic.Dictionary[string, int]]; [Dictionary[string,List[int]]]; [List[int][]]
[System.Collections.Generic.Dictionary[[string], [System.Collections.Generic.List[int], mscorlib]]]
[x.y, z]; [x.y, z, Version=1.0.0.0, Culture=neutral]; [List`1[int]]; [a+b]; [a\b]
[ int ]5; [int] 5; [int]
[a.b]::c; [System.Func[int, string]]{ 1 }; [void]1; [ref]$x; [ordered]@{ a = 1 }; [pscustomobject]@{ b = 2 }
$x -is [int]; [int]$a, [string]$b = 1, 2; ([type]'int')::MaxValue
