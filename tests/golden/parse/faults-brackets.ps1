if ($a { 1 }
foreach ($x in { }
function f( { 1 }
$a.b(1, ; $a[ ; @{ a ; b = }
"abc $(1 +
