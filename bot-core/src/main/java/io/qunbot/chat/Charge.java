package io.qunbot.chat;

import java.time.Duration;
import java.util.Locale;

/**
 * What words cost of one budget: some of so many within a sliding window.
 *
 * @param purse names the budget
 * @param most how many within the window
 * @param times how many of these
 */
public record Charge(String purse, int most, Duration within, int times) {

    /** One of so many. */
    public Charge(String purse, int most, Duration within) {
        this(purse, most, within, 1);
    }

    /** What the budget is, without what it is for: {@code limits.say 12/1h}. */
    @Override
    public String toString() {
        return purse.replaceFirst("/.*", "") + " " + most + "/"
                + within.toString().replace("PT", "").toLowerCase(Locale.ROOT);
    }
}
