package layerbook.lesson;

/** The right answer to a question, and what wrong answers mean. */
interface Key {
    /** The right answer as it is told. */
    String right();

    /** Marks an answer as it was typed. */
    Verdict judge(String typed);

    /** The end of a verdict on a wrong answer: the slips that lead there, or nothing if none is known. */
    static String because(java.util.List<String> slips) {
        return slips.isEmpty() ? "." : ": " + String.join(", or ", slips) + ".";
    }
}
