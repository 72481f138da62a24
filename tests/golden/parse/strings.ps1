'it''s' ; "a ""quoted"" $x ${y z} $($a.b[0] + 1) $env:PATH $script:v`n`t`u{1F600}"
@'
here 'string' $x
'@
@"
here "string" $x $(Get-Date "now")
  "@ not yet
"@
"nested $("inner $(1 + "$two") text") end"
"lone $ and $( ) and {braces} {0}"
"$x.Name $x[0] $x::y $(""doubled"")"
"typographic” ; ‘single’
"$using:a ${env:x} $? $$ $^"
@""@
