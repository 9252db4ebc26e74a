x = 1
if x:
	y = """a
b"""
	z = (1 +
  2)
# end

w = 1 + \
  2
déjà = "😀"; q = 1