if ($a) { 1 } elseif ($b) { 2 }
else { 3 }
if ($x) { } ; if (1 -eq 2) {
}
:outer foreach ($i in 1..3) { foreach ($j in $list | sort) { if ($j) { continue outer } else { break } } }
for ($i = 0; $i -lt 3; $i++) { $i } ; for (;;) { break } ; for ($i = 0
$i -lt 5
$i++) { }
while ($true) { continue } ; do { 1 } while ($x) ; do { 2 } until ($y)
:loop while (1) { break loop; break $label; continue 'a' }
switch ($x) { 1 { 'one' } 'a' { } { $_ -gt 2 } { 'big' } default { 'other' } }
switch -regex -casesensitive (1, 2) { '^a' { 1; break } b { 2 } (1 + 1) { } }
switch -wildcard -file data.txt { a* { } }
:s switch -exact ($y) { $z { } }
try { 1 } catch { 2 }
try { throw 'x' } catch [System.IO.IOException], [FormatException] { throw } catch { $_ } finally { 3 }
try { } finally { }
trap { continue } trap [Exception] { break }
return 1; exit 5; throw "x"; return; exit; throw
parallel = 1
