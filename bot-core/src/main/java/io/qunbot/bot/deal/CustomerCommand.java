package io.qunbot.bot.deal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a colleague says about a customer: {@code !deal NAME [won|lost] [amount] [reason]} or {@code !stage NAME STAGE}.
 *
 * @param name may be empty
 * @param rest what stands behind it; may be empty
 */
record CustomerCommand(Kind kind, String name, String rest) {

    /** What it is about. */
    enum Kind {
        DEAL,
        STAGE
    }

    private static final Map<String, Kind> NAMES = Map.of("deal", Kind.DEAL, "成交", Kind.DEAL, "stage", Kind.STAGE,
            "阶段", Kind.STAGE);
    private static final Pattern FORM = Pattern
            .compile("(?:@\\S+\\s+)?[!\uff01](\\p{L}+)(?:\\s+@?(\\S+))?(?:\\s+(\\S.*))?");
    private static final int LONGEST = 300;

    /** Cheap, since it is asked of every message. */
    static Optional<CustomerCommand> of(String typed) {
        if (typed.length() > LONGEST || (typed.indexOf('!') < 0 && typed.indexOf('\uff01') < 0)) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(typed.strip());
        return form.matches()
                ? Optional.ofNullable(NAMES.get(form.group(1).toLowerCase(Locale.ROOT)))
                        .map(kind -> new CustomerCommand(kind, text(form.group(2)), text(form.group(3))))
                : Optional.empty();
    }

    /** How it ended, if that is what was said. */
    Optional<Deal> deal() {
        return kind == Kind.DEAL ? Deal.of(rest) : Optional.empty();
    }

    /** Whether it says all that it has to. */
    boolean isClear() {
        return kind == Kind.DEAL ? deal().isPresent() : !rest.isEmpty();
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group.strip();
    }
}
