# Builds a long text piece by piece.
$s = ''
for ($i = 0; $i -lt 500000; $i++) { $s += "$i," }
$s.Length
