package layerbook.jupyter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import layerbook.io.WellFormedText;
import layerbook.notebook.BoundedOutput;
import layerbook.session.output.LateOutputs;
import layerbook.session.output.Output;
import layerbook.session.output.Problem;
import layerbook.session.output.View;

/**
 * Where the outputs of one cell go: to all front ends, as belonging to the request that ran it. Also what its threads print after
 * it has ended. A cell that never stops printing is cut off, with a word.
 *
 * <p>A cell has one result at most: the last echo of its last statement. It is held back until something comes behind it or the cell ends.
 * Echoes before it are displayed.
 */
final class Cell implements LateOutputs {
    static final int MOST = BoundedOutput.CELL;

    private final Request request;
    private final String code;
    private final int number;
    private final boolean silent;
    private final Widgets widgets;
    private int spent;
    private int displayed;
    private int moves;
    private boolean last;
    private Map<String, Object> held;
    private boolean told;
    private String shown;
    private String value;
    private Traceback error;

    Cell(Request request, String code, int number, boolean silent, Widgets widgets) {
        this.request = request;
        this.code = code;
        this.number = number;
        this.silent = silent;
        this.widgets = widgets;
    }

    @Override public synchronized void lastBegins() {
        last = true;
    }

    @Override public void accept(Output output) {
        if (output instanceof Output.Value || output instanceof Output.Shown) {
            echo(output);
            return;
        }
        settle();
        if (output instanceof Output.Failed failed) {
            fail(failed.problem());
        } else if (silent) {
            return;
        } else if (output instanceof Output.Printed printed) {
            print(printed.stream(), printed.text());
        } else if (output instanceof Output.Warning warning) {
            print("stderr", warning.plain(View.PLAIN) + "\n");
        } else if (output instanceof Output.Cleared cleared) {
            spend(-MOST);
            pace();
            request.publish("clear_output", Map.of("wait", cleared.later()));
        } else if (output instanceof Output.Display display) {
            show(display);
        }
    }

    private synchronized void echo(Output output) {
        Map<String, Object> mime = new LinkedHashMap<>(mime(output));
        shown = String.valueOf(mime.get("text/plain"));
        value = output instanceof Output.Value named ? named.text() : shown;
        if (!silent && affords(mime)) {
            if (output instanceof Output.Shown sliding && sliding.what().choices() != null) {
                mime.put(Widgets.VIEW, widgets.slider(request.message(), sliding.what().choices()));
            }
            display(held);
            held = mime;
            if (!last) {
                display(held);
            }
        }
    }

    private void display(Map<String, Object> mime) {
        if (mime != null) {
            request.publish("display_data", Map.of("data", mime, "metadata", Map.of(), "transient", Map.of()));
            held = null;
        }
    }

    /** Somebody is about to be asked: what was held back may be the question. */
    synchronized void pause() {
        display(held);
    }

    /** Nothing more is echoed for now: what was held back is the result, if there was none before. */
    synchronized void settle() {
        if (told) {
            display(held);
        } else if (held != null) {
            request.publish("execute_result", Map.of("execution_count", number, "data", held, "metadata", Map.of()));
            held = null;
            told = true;
        }
    }

    /** A notebook numbers its results itself: JShell's {@code $1 ==>} says nothing there. */
    private static Map<String, Object> mime(Output output) {
        boolean unnamed = output instanceof Output.Value value && value.name() != null && value.name().startsWith("$");
        return unnamed ? Map.of("text/plain", ((Output.Value) output).text()) : parsed(output.mime());
    }

    /** Front ends want JSON types, such as charts, as JSON and not as the text of it. */
    private static Map<String, Object> parsed(Map<String, Object> mime) {
        var out = new LinkedHashMap<String, Object>(mime);
        out.replaceAll((type, data) -> {
            try {
                return type.endsWith("json") && data instanceof String s ? Json.object(s.getBytes(StandardCharsets.UTF_8)) : data;
            } catch (IOException notJson) {
                return data;
            }
        });
        return out;
    }

    /** The text of the last echo, or null. */
    synchronized String shown() {
        return shown;
    }

    /** As {@link #shown}, without the name of a variable that it is the value of. */
    synchronized String value() {
        return value;
    }

    /** What stopped the cell, or null. */
    synchronized Traceback error() {
        return error;
    }

    synchronized void fail(Problem problem) {
        if (error == null) {
            error = Traceback.of(problem, code, number);
            settle();
            if (!silent) {
                request.publish("error", error.content());
            }
        }
    }

    private void print(String stream, String text) {
        int room = spend(text.length());
        request.outbox().print(request.message(), stream, WellFormedText.first(text, room));
    }

    private void show(Output.Display display) {
        if (affords(display.mime()) && (display.update() || counts())) {
            pace();
            var content = new LinkedHashMap<String, Object>();
            content.put("data", parsed(display.mime()));
            content.put("metadata", Map.of());
            content.put("transient", display.id() == null ? Map.of() : Map.of("display_id", display.id()));
            request.publish(display.update() ? "update_display_data" : "display_data", content);
        }
    }

    /** Whether one more may be displayed; says so once when that is not so. */
    private synchronized boolean counts() {
        if (displayed++ == BoundedOutput.OUTPUTS) {
            warn(BoundedOutput.cellLeavesOut(BoundedOutput.OUTPUTS, "outputs"));
        }
        return displayed <= BoundedOutput.OUTPUTS;
    }

    /** What moves on and on, a thousand times a second at most: what nobody has read yet is lost in the end, and with it that the cell has ended. */
    private void pace() {
        if (++moves > BoundedOutput.OUTPUTS) {
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void warn(String text) {
        request.outbox().print(request.message(), "stderr", "\n  ! " + text + "\n");
    }

    private boolean affords(Map<String, Object> mime) {
        int size = BoundedOutput.size(mime);
        return spend(size) == size;
    }

    /** How much of this may still be shown; says so once when that is not all. */
    private synchronized int spend(int wanted) {
        if (wanted < 0) {
            spent = 0;
            displayed = 0;
            return 0;
        }
        int room = Math.max(0, Math.min(wanted, MOST - spent));
        if (room < wanted && spent <= MOST) {
            warn(BoundedOutput.cellLeavesOut(MOST, "characters"));
            spent = MOST + 1;
        } else {
            spent = Math.min(MOST + 1, spent + room);
        }
        return room;
    }
}
