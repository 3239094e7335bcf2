package io.qunbot.chat;

import java.util.List;

/**
 * Who looks after words before members see them.
 *
 * @param most how far the rule lets them go, whatever its profile allows
 * @param charge the colleagues in charge of the subject; empty for whoever gets the profile's drafts
 */
public record Oversight(Autonomy most, List<MemberId> charge) {

    public static final Oversight NONE = new Oversight(Autonomy.AUTO, List.of());

    public Oversight {
        charge = List.copyOf(charge);
    }
}
