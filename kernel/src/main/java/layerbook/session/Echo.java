package layerbook.session;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import layerbook.count.Convention;
import layerbook.count.Conventions;
import layerbook.count.Ledger;
import layerbook.net.Call;
import layerbook.net.Graph;
import layerbook.net.NetworkBuilder;
import layerbook.session.output.Output;
import layerbook.session.words.Selectors;
import layerbook.session.words.ValueDisplay;
import layerbook.table.EchoTable;
import layerbook.table.Figures;
import layerbook.table.Laid;

/** What is shown after a statement: the difference of two graphs, as a line, a table or a card with the formulas. */
final class Echo {
    /** How much is shown. */
    enum Mode { BRIEF, TABLE, TEACH }

    private static final int CARDS = 6;

    private final NetworkBuilder book;
    private Mode mode = Mode.TABLE;
    private Convention convention = Conventions.FLOPS;
    private BigInteger batch = BigInteger.ONE;

    Echo(NetworkBuilder book) {
        this.book = book;
    }

    NetworkBuilder book() {
        return book;
    }

    Mode mode() {
        return mode;
    }

    void mode(Mode other) {
        mode = other;
    }

    Convention convention() {
        return convention;
    }

    void convention(Convention other) {
        convention = other;
        Selectors.convention(book, other);
    }

    BigInteger batch() {
        return batch;
    }

    void batch(BigInteger examples) {
        batch = examples;
        Selectors.batch(book, examples);
    }

    /** What a statement or cell added, and what it should be warned of. */
    List<Output> since(Graph before, boolean muted) {
        var out = new ArrayList<Output>();
        book.adopt();
        Graph now = book.graph();
        if (!now.isEmpty()) {
            Ledger.of(now).upTo(now.last(), convention); // long loops are paid for where they stand, not in the next echo
        }
        if (!muted && now.size() > before.size() && grewFrom(before, now)) {
            out.add(new Output.Shown(ValueDisplay.laidOut(added(before, now))));
        }
        book.takeWarnings().forEach(w -> out.add(new Output.Warning(w)));
        return out;
    }

    private static boolean grewFrom(Graph before, Graph now) {
        return before.isEmpty() || now.has(before.last());
    }

    private Laid added(Graph before, Graph now) {
        return switch (mode) {
            case TABLE -> table(now, before.size());
            case BRIEF -> brief(now);
            case TEACH -> cards(before, now);
        };
    }

    /** The network of the last call, in the numbers that were chosen. */
    layerbook.table.Grid table(Graph now, int before) {
        return EchoTable.of(now, now.networkOf(now.last()), before, convention, false, batch);
    }

    private Laid brief(Graph now) {
        Call last = now.last();
        Ledger ledger = Ledger.of(now);
        String text = last.index() + "  " + (last.layer().factoryName() + " " + last.layer().briefArguments()).strip() + "  " + EchoTable.output(last, batch)
            + "  params " + ledger.upTo(last).params().text() + "  " + convention.unit() + " " + Figures.text(ledger.upTo(last, convention), batch);
        return (width, unicode, colour) -> {
            String line = unicode ? text : Figures.ascii(text);
            return line.length() <= width ? line : line.replace("  params ", "\n   params "); // a number is never cut by the window's edge
        };
    }

    private Laid cards(Graph before, Graph now) {
        var cards = new ArrayList<Laid>();
        Ledger ledger = Ledger.of(now);
        List<Call> fresh = now.calls(Math.max(before.size(), now.size() - CARDS), now.size());
        for (Call c : fresh) {
            if (c.what() != Call.What.INPUT) {
                cards.add((Laid) Selectors.explain(c));
            }
        }
        cards.add(table(now, before.size()));
        return (width, unicode, colour) -> {
            var text = new StringBuilder();
            cards.forEach(card -> text.append(text.length() == 0 ? "" : "\n\n").append(card.text(width, unicode, colour)));
            return text.toString();
        };
    }

    /** Where the network stands, for the end of an error frame. */
    String state() {
        Graph g = book.graph();
        if (g.isEmpty()) {
            return null;
        }
        Call last = g.last();
        return "Nothing was added: the network still ends at " + last.index() + " " + last.layer().factoryName() + ", "
            + Ledger.of(g).totals(g.networkOf(last)).params().text() + " params.";
    }
}
