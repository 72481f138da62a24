# Imports a hundred thousand rows; the file is given by the harness.
param([string]$Path)
$rows = Import-Csv $Path
"$($rows.Count) $($rows[99999].SipAddress)"
