# Pushes numbers through three stages.
$count = 0
1..500000 | ForEach-Object { $_ * 2 } | Where-Object { $_ % 3 -eq 0 } | ForEach-Object { $count++ }
$count
