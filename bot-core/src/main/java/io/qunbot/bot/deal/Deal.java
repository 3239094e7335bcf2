package io.qunbot.bot.deal;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How it ended with a customer.
 *
 * @param amount as it was written, without a currency; 0 when nobody said
 * @param reason in one line; may be empty
 */
public record Deal(boolean won, BigDecimal amount, String reason) {

    private static final Set<String> WON = Set.of("won", "成交", "赢");
    private static final Set<String> LOST = Set.of("lost", "没成", "丢单", "输");
    private static final Pattern AMOUNT = Pattern.compile("[\u00a5\uffe5]?(\\d{1,12}(?:\\.\\d{1,2})?)(?:元)?");
    private static final int LONGEST = 100;

    public Deal {
        reason = line(reason);
    }

    /**
     * What stands behind a customer's name: {@code [won|lost] [amount] [reason]}, any of it.
     *
     * @return empty for what begins with neither: a slip of the pen must not become a deal
     */
    public static Optional<Deal> of(String text) {
        String rest = text.strip();
        String first = word(rest).toLowerCase(Locale.ROOT);
        boolean said = WON.contains(first) || LOST.contains(first);
        if (!said && !rest.isEmpty() && amount(first).isEmpty()) {
            return Optional.empty();
        }
        rest = said ? rest.substring(first.length()).strip() : rest;
        String second = word(rest);
        Optional<BigDecimal> amount = amount(second);
        return second.startsWith("-")
                ? Optional.empty()
                : Optional.of(new Deal(!LOST.contains(first), amount.orElse(BigDecimal.ZERO),
                        amount.isPresent() ? rest.substring(second.length()) : rest));
    }

    /** @return empty for what is no amount */
    public static Optional<BigDecimal> amount(String text) {
        Matcher amount = AMOUNT.matcher(text);
        return amount.matches() ? Optional.of(new BigDecimal(amount.group(1))) : Optional.empty();
    }

    /** As whoever follows the member gets it. */
    public String value() {
        return (outcome() + " " + amount.toPlainString() + " " + reason).strip();
    }

    public String outcome() {
        return won ? "won" : "lost";
    }

    /** As a colleague reads it. */
    String words() {
        return (won ? "成交" : "没成") + (amount.signum() == 0 ? "" : " " + amount.toPlainString())
                + (reason.isEmpty() ? "" : "(" + reason + ")");
    }

    private static String word(String text) {
        return text.split("\\s", 2)[0];
    }

    private static String line(String text) {
        String plain = text.replaceAll("[\\pC\\s]+", " ").strip();
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST));
    }
}
