Get-Item |
