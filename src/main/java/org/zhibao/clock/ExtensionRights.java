package org.zhibao.clock;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.zhibao.account.Actor;
import org.zhibao.account.Role;
import org.zhibao.filing.Stage;
import org.zhibao.refusal.Refusal;

/**
 * Who may extend whose time. The level that waits for an answer may give more time for it, so nobody extends its own:
 * <ul>
 * <li>a city: its enterprises' reports and rectifications, which come to it (W24);
 * <li>the province: the same anywhere, and the cities' reviews and answers, which come to it (W25, W26);
 * <li>a county looks and urges, it decides nothing (W21); an administrator sets dates for a whole period, by document
 *     and re-dating, not for single cases; the province's own time is the ministry's to give, by a document.
 * </ul>
 */
public final class ExtensionRights {

    private static final Map<Role, Set<Stage>> STAGES = Map.of(
            Role.CITY, EnumSet.of(Stage.FILL_IN, Stage.RECTIFY),
            Role.PROVINCE, EnumSet.of(Stage.FILL_IN, Stage.RECTIFY, Stage.CITY_REVIEW, Stage.CITY_FEEDBACK));

    private ExtensionRights() {
    }

    /** The stages whose time the actor may extend; empty if none. */
    public static Set<Stage> stages(Actor actor) {
        return STAGES.getOrDefault(actor.role(), Set.of());
    }

    static void require(Actor actor, Stage stage) {
        if (stages(actor).isEmpty()) {
            throw Refusal.forbidden("clock.extension.not-your-role");
        }
        if (!stages(actor).contains(stage)) {
            throw Refusal.forbidden("clock.extension.not-your-stage", new Refusal.Text("stage." + stage));
        }
    }
}
