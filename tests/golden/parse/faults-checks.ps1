function f($a, $A) { } function g($a) { param($b) } function h([void]$x, [ordered]$y) { }
5 = 1; f = 2; $a + 1 = 2; (1, 2) = 3; 'x'++; ++5; $a?.b = 1; [int][ref]$x = 1; [ref][ref]$y; [int][ref]$z + 1
@{ a = 1; A = 2; 1 = 2; 1 = 3 }; $x = @y; echo @a, b; [ordered]5; [Parameter()]5
try { } finally { break; return 1; :l while (1) { break l; continue } }
try { } catch { } catch { }; try { } catch [Exception] { } catch [System.IO.IOException] { }
switch -parallel (1) { }; foreach -parallel ($x in 1) { }; parallel { }; workflow w { parallel { } }
class A { [int] M() { } [int] N() { return } [void] O() { return 1 } A() { } [int] A([int]$x) { $q; $x; break nowhere } [void]$P
  static [int] S() { return $this.X } [int] R() { if ($true) { return 1 } else { throw } } [int] W() { while ($true) { } } param() { } }
class A { $X; Set() { $X = 1; $script:X = 2 } }
data { $x; Get-Item; 1 -match 2; foreach ($a in 1) { }; "$y"; [xml]1; . b; a.b; $true; $PSCulture; @{ a = { 1 } } }
$args = 1; [int]$_ = 2; [string]$PSScriptRoot = 'x'; $using:a.b().c; $using:x[$y]; [ValidateSet($a)]$b = 1
using namespace System; using type a = b
