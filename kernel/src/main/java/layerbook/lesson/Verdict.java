package layerbook.lesson;

/**
 * What is said to an answer.
 *
 * @param right whether it is the right one
 * @param text what to tell the learner: the right answer, and the slip that leads to a wrong one
 */
public record Verdict(boolean right, String text) {}
