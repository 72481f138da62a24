# Adds and multiplies in a counted loop.
$s = 0
for ($i = 0; $i -lt 5e6; $i++) { $s += $i * 2 }
$s
