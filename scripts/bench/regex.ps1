# Matches and replaces in many short texts.
$hits = 0
for ($i = 0; $i -lt 200000; $i++) {
    if ("user$i@litwareinc.com" -match '^(?<name>[a-z]+)(\d+)@(.+)$') { $hits += $Matches[1].Length }
}
$hits
('a1b22c333' * 20000 -replace '\d+', '#').Length
