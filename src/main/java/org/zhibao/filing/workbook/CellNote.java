package org.zhibao.filing.workbook;

import java.util.List;
import org.zhibao.refusal.Refusal;

/**
 * Something to be said about one cell of a file.
 *
 * @param path  the report's cell
 * @param place where it stands, as a person finds it: {@code B废水!D7}
 * @param typed what was written, shortened
 * @param value what it was taken for; empty if it could not be taken
 * @param texts what was done to it, or what is wrong with it and what to do
 */
public record CellNote(String path, String place, String typed, String value, List<Refusal.Text> texts) {

    private static final int SHOWN = 60;

    public CellNote {
        typed = typed.length() > SHOWN ? typed.substring(0, SHOWN) + "…" : typed;
    }
}
