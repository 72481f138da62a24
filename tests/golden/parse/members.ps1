$a.b.c.d; $a.'quoted name'; $a."x$y"; $a.$b; $a.($b + 'c'); $a.$($b); $a.if; $a.1; $a.-x
$a.Method(); $a.Method(1, 'b', $c); $a.Method{ 1 }; $a.Method(
  1,
  2
).Next().
Last
[int]::MaxValue; [Math]::Max(1, 2); [System.Collections.Generic.List[int]]::new(); [x.y+z]::w
$a?.b; ${a}?.b; ${a}?.b(); ${a}?[0]; $a[0, 1]; $a[0][1]; $a[1..2]; $a[-1]; $a['x'].y
$a::b; $a::b(1); [int] ::x; $a .b
$list.Foo[int](1); $list.Foo[int, string]('a'); $list.Foo[int]; $list.Foo[0]; $x.Where({ $_ }, 'First')
{ 1 }.Invoke(); (1).x; @(1).Count; @{ a = 1 }.a; "s".Length; 'a'.x.y(); $(1).z; 5kb.x
$using:a.b[0].c; @{}.x = 1; $a.b++; $a.b <# comment #> .c
