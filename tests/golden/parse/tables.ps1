@{}; @{ a = 1 }; @{ a = 1; 'b c' = 2
  3 = 4; $d = 5; (6) = 7; e = if (1) { 2 }
  f = { 1 }; g = @{ h = @() }; if = 1; i.j = 2
  -1 = 3; "x$y" = 4; [int]5 = 6; k = Get-Item x, y; l =
  5 }
@(); @(1); @(1, 2; 3
4); $(1; 2); $(); (1); (Get-Item x); ($x = 5); (1, 2)
data Strings { 'a'; @{ b = 'c' } }
data -SupportedCommand Get-X, Get-Y { Get-X 1 }
data Messages -SupportedCommand ConvertFrom-StringData {
  ConvertFrom-StringData @'
a = b
'@ }
