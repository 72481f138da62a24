if; if (; if (1; if (1); if (1) { } else; elseif; else { }
while; while (; while (1); do; do { }; do { } while; for; for (; for (;;); foreach; foreach (; foreach ($x; foreach ($x in
switch; switch (1); switch (1) { a }; switch (1) { default { } default { } }; switch -foo (1) { }
try; try { }; try { } catch [; try { } catch [x], { }; try { } finally; trap
function; function f; filter { }; class; class A; class B : { }; class C { [int] ; static ; x }; enum; enum D; enum E { a = }
using; using namespace; using foo x; param($x; from; define; var; data; data x; data -foo y { }
break 1 2; return if; throw else
begin { } ; 5
