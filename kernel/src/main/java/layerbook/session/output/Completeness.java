package layerbook.session.output;

/** Whether a piece of text can be run as it is. {@code indent} is what the next line should begin with if it cannot. */
public record Completeness(Status status, String indent) {
    /** Complete can be run; incomplete wants more lines; invalid will never be right. */
    public enum Status { COMPLETE, INCOMPLETE, INVALID }
}
