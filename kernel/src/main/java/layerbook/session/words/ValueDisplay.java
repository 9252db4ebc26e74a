package layerbook.session.words;

import java.util.LinkedHashMap;
import java.util.Map;
import layerbook.count.Network;
import layerbook.layer.Layer;
import layerbook.net.Sequential;
import layerbook.net.Tensor;
import layerbook.net.Unit;
import layerbook.session.output.Choices;
import layerbook.session.output.Output;
import layerbook.session.output.Showable;
import layerbook.session.output.View;
import layerbook.table.Laid;

/** Decides how the value of a statement is shown: added to the network as a layer, laid out as a table or card, or as its text. */
public final class ValueDisplay {
    private ValueDisplay() {}

    /** Whether a bare expression of this value is added to the current network. */
    public static boolean isAddable(Object value) {
        return value instanceof Layer || value instanceof Unit || value instanceof Sequential;
    }

    /** Whether a value speaks through the table rather than through its text. */
    public static boolean isSilent(Object value) {
        return value instanceof Tensor || value instanceof Network || value instanceof java.io.PrintStream;
    }

    /** A value of ours as an output that suits every face; null for others. */
    public static Output shown(Object value) {
        if (value instanceof Laid laid) {
            return new Output.Shown(showable(laid));
        }
        if (value != null && value.getClass().getName().equals("tech.tablesaw.api.Table")) { // asked by name: the class is slow to load
            return new Output.Shown(showable(Laid.of(value)));
        }
        return value instanceof Showable s ? new Output.Shown(s) : null;
    }

    public static Showable showable(Laid laid) {
        if (laid instanceof layerbook.table.Tabular tabular) {
            Selectors.shown(tabular);
        }
        return laidOut(laid);
    }

    public static Showable laidOut(Laid laid) {
        return new Showable() {
            @Override public String plain(View view) {
                return laid.text(view.width(), view.unicode(), view.colour());
            }

            @Override public Map<String, Object> mime() {
                var bundle = new LinkedHashMap<String, Object>();
                bundle.put("text/plain", plain(View.PLAIN));
                if (laid.markdown().isEmpty()) {
                    bundle.put("text/html", laid.html());
                } else { // no front end sets formulas in HTML as reliably as in Markdown, and all would prefer HTML
                    bundle.put("text/markdown", laid.markdown());
                    bundle.put("text/latex", laid.latex());
                }
                bundle.putAll(laid.mime());
                return bundle;
            }

            @Override public Choices choices() {
                return laid instanceof layerbook.lesson.WhatIf whatIf ? Choices.of(whatIf) : null;
            }
        };
    }
}
