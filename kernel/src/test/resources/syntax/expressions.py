0; 1_000; 0xFF; 0b11; 0o17; 1.5; .5; 1.; 1e3; 1E-3_0; 2j; 1.5J; 123456789012345678901234567890; 00; 0xFFFFFFFFFFFFFFFF; 9223372036854775807
'a' "b" '''c
d''' r'\n' u'x'
b'\x00\xff' rb'\x' B"a" b'c'
"\n\t\\\'\"\a\b\f\v\r\101\x41\u00e9\U0001F600\N{LATIN SMALL LETTER E WITH ACUTE}\q\
z"
f"" f"a" "b" f"{x}" f"{x!r:>{w}.{p}f} {{}} {x = } {x=!s} {x=:d} {a['k']} {lambda_ if (lambda: 1) else {1: 2}}" rf"\{x}\n"
f'''{
x
}''' f"{x:%Y-%m}" f"{x!r}" f"{a, *b}" f"{x:{y}{z!s}}" f"{'a' 'b'}" f"{x != y}" f"{(x := 1)}" f"{x:=5}" f"\x41{x}\N{BULLET}"
a.b.c[0](1)(*a, b, *c, d=1, **e, f=2)
f(x for x in y); f(a, (x for x in y)); f(a)(x for x in y if z if w for q in r)
x[1:2, ::3, ..., None, a:]; x[:]; x[1:]; x[:1:]; x[::]; x[*a]; x[a, *b]; x[y := 1]; x[(1, 2)]; x[1,]
[1, *a, 2]; [x for x in range(3) if x > 1]; (); (1,); (1, 2); (1); [(x, y) for x in a for y in b]
{1, *a}; {x for x in y}; {}; {1: 2, **a, 'k': v}; {k: v for k, v in x.items() if k}
-x ** -y ** z; not a in b; a not in b; a is not b; a < b <= c != d == e > f >= g; a or b and not c or d
a + b * c // d % e @ f - g << 1 >> 2 & 3 ^ 4 | 5; ~-+x; (a + b) * c; a if b else c if d else e; (a if b else c) if d else e
lambda: 0; lambda x, *y, z=1, **w: (x, y); lambda *, a: a; lambda x=1, /: x; (lambda a: a)(1); (lambda c: c) if s else lambda c: c
(yield_ := 3); (x := y, z); print(x := 1); ...; None; True; False
