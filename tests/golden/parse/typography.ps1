"typographic “quotes”"; ‘single’; 5 – 3; Get-Item –Path x; $a —eq 1; $b――
$été = 1; 😀 x😀y; "a😀$b"; [é]::x
1 + 2
