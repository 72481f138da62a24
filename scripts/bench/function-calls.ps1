# Calls a function with two arguments many times.
function Add-Pair($a, $b) { $a + $b }
$s = 0
for ($i = 0; $i -lt 300000; $i++) { $s = Add-Pair $s 1 }
$s
