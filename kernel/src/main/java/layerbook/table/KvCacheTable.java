package layerbook.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import layerbook.formula.Expr;
import layerbook.hardware.Figure;
import layerbook.hardware.KvCache;
import layerbook.hardware.OpenLetters;
import layerbook.hardware.Worked;

/** The keys and values that a network keeps, by kind of attention. Example: {@code kvCache(net, context(8192), batch(1), FLOAT16).total()}. */
public record KvCacheTable(KvCache cache, Grid grid) implements Tabular, Worked {
    public static KvCacheTable of(KvCache cache) {
        List<KvCache.KindOfCall> kinds = cache.kinds();
        Expr all = cache.formula();
        int calls = kinds.stream().mapToInt(KvCache.KindOfCall::calls).sum();
        var columns = List.of(StoredBytesTable.column("attention", false, kinds, KvCache.KindOfCall::label, "total"),
            StoredBytesTable.column("calls", true, kinds, k -> Expr.of(k.calls()).text(), Expr.of(calls).text()),
            StoredBytesTable.column("numbers each", true, kinds, k -> k.numbers().at(cache.values()).text(), ""),
            StoredBytesTable.column("bytes", true, kinds, k -> cache.formula(k).text(), all.text()));
        var notes = new ArrayList<String>();
        notes.add("keys and values in " + cache.dtype().torchName() + ", " + cache.dtype().bytes() + " bytes a number, N sequences"
            + (all.isNumber() ? ": " + all.text() + " B = " + Amounts.both(all.exact()) : ""));
        notes.addAll(cache.notes());
        return new KvCacheTable(cache, new Grid("kvCache", columns, Collections.nCopies(kinds.size() + 1, ""), notes));
    }

    /** All of it, in bytes; refused while a letter is open. */
    public long total() {
        return OpenLetters.whole(cache.formula(), "kvCache(..).total()");
    }

    /** All of it as a formula. */
    public Expr totalFormula() {
        return cache.formula();
    }

    /** With a number in the place of a letter: {@code kvCache(net).at("T", 8192)}. */
    public KvCacheTable at(Object letter, long value) {
        return of(cache.at(letter, value));
    }

    @Override public String title() {
        return cache.title();
    }

    @Override public List<Figure> figures() {
        return cache.figures();
    }

    @Override public String text(int width, boolean unicode, boolean colour) {
        return grid.text(width, unicode, colour);
    }

    @Override public String html() {
        return grid.html();
    }

    @Override public String toString() {
        return grid.toString();
    }
}
