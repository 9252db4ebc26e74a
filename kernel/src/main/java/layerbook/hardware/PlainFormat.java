package layerbook.hardware;

import java.math.BigInteger;
import layerbook.shape.DType;

/** Stores every number in the same type, e.g. 2 bytes each in float16. */
record PlainFormat(DType dtype) implements Format {
    @Override public String name() {
        return dtype.name();
    }

    @Override public String sentence() {
        return "every number in " + dtype.torchName() + ", " + dtype.bytes() + (dtype.bytes() == 1 ? " byte" : " bytes") + " each";
    }

    @Override public Stored store(WeightTensor tensor, Weights all) {
        return new Stored(tensor, dtype.torchName(), tensor.size().multiply(BigInteger.valueOf(dtype.bytes())));
    }
}
