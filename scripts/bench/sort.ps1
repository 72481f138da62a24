# Sorts a hundred thousand objects by a property.
$seed = 42
$rows = for ($i = 0; $i -lt 100000; $i++) {
    $seed = ($seed * 1103 + 12345) % 1000003
    [pscustomobject]@{ Id = $i; Key = $seed }
}
$sorted = $rows | Sort-Object Key
"$($sorted[0].Key) $($sorted[-1].Key) $($sorted.Count)"
