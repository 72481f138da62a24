1 2; $a b; ) ; } ; echo a | ; | b; && c; d && ; e & && f
echo > ; echo < in; echo 1>&2; echo 2>a 2>b; echo a, ; echo -x: ; & ; .
$a -eq ; -not ; 1 + ; , ; $a = ; [int ; [ ; [x( ; $a. ; $a:: ; $a.b[ ; @ ; ${ } ; ${a{b} ; $a: ; $script:
1 -foo 2; 5 -x; $x -and; 'a' b 'c'; 1 ? 2 ; 1 ? : 2; 09a + 1; 0xz + 1; 999999999999999999999999999999d + 1
