var T = symbol("T")
var x = tensor(shape(N, T, 768))
var y = x.then(linear(768, 3072), gelu(), linear(3072, 768)).add(x)
