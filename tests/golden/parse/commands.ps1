# Commands with arguments of every kind
Get-Item -Path C:\x, 'y z' -Force:$true -- -NotAParameter --
& $block @args -Name:a,b,$c[0].Name
. ./profile.ps1 | ForEach-Object { $_.Length } | Sort-Object -Property @{ Expression = 'a' }, b
git commit -m "first $name" --amend *.txt a$b.c "x"y 'z'$(1+1)w ${a b}.txt
icacls --% C:\x /grant "%USER%:(F)" | out
echo a#b c`
  d # comment
<# block #> echo e <# inside #> f
echo 1 2.5 0x1f 10kb 1e3 .5 1..3 a,b , c
echo if else $? $^ $$ @{a=1} @(1) [int] ::x :y a:b =c !d
& { param($x) $x } 5 > out.txt 2>&1 3>> log.txt *> all.txt
cmd1 && cmd2 || cmd3 &
sleep 5 &
Get-Thing |
  Where-Object x -eq 1

  | Select-Object y
1 | % { $_ } > $null
-split 'a b'; -join (1,2)
foreach-object -begin { 1 }
$x | & 'Get Item' -a
