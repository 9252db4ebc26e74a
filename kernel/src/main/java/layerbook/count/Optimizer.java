package layerbook.count;

/** What an optimiser keeps for each number that is trained, besides its gradient. */
public enum Optimizer {
    SGD(0, "nothing"), MOMENTUM(1, "a running mean of the gradient"), ADAM(2, "running means of the gradient and of its square"), ADAMW(2, "running means of the gradient and of its square");

    private final int numbers;
    private final String keeps;

    Optimizer(int numbers, String keeps) {
        this.numbers = numbers;
        this.keeps = keeps;
    }

    /** Numbers kept for each number that is trained. */
    public int numbers() {
        return numbers;
    }

    /** What these are, in words. */
    public String keeps() {
        return keeps;
    }
}
