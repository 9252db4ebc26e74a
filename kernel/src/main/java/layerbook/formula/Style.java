package layerbook.formula;

/** The three ways in which a formula is written. */
public enum Style { UNICODE, ASCII, LATEX }
