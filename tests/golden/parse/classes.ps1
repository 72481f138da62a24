using namespace System.Collections.Generic
class Empty { }
[System.Serializable()]
class Point : System.IComparable {
  [int] $X = 1; [int]$Y
  hidden static [string] $Name = 'p'
  [ValidateRange(0, 5)] [int] $Z
  $Untyped
  Point() { }
  Point([int]$x, [int]$y) { $this.X = $x; $this.Y = $y }
  [int] CompareTo([object]$other) { if ($other) { return 1 } else { return -1 } }
  static [Point] Origin() { return [Point]::new(0, 0) }
  hidden [void] Secret() { Write-Host 'x' }
  [List[int]] All() { $l = [List[int]]::new(); foreach ($i in 1..3) { $l.Add($i) } return $l }
  ToText() { }
  [string] if() { return 'if' }
  static Point() { }
}
class Child : Point { Child([int]$a) : base($a, 2) { } Child() : base() { } [string] ToString() { return "$($this.X)" } }
enum Color { Red; Green = 5; Blue
  White }
[Flags()] enum Bits : byte { A = 1; B = 2; C = 3 }
