tensor(shape(N, 512, 4096))
input(shape(N, 512, 65536))
linear(1048576)
layerNorm(1048576)
