# Fills a table and reads it back.
$h = @{}
for ($i = 0; $i -lt 300000; $i++) { $h["key$i"] = $i }
$sum = 0
foreach ($k in $h.Keys) { $sum += $h[$k] }
$sum
