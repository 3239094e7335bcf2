package io.qunbot.plugin;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Durations;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;
import java.time.Duration;

/** So many within a time: {@code 12/1h}. */
@Doc(zh = "一段时间里最多几次,写作 次数/时长", en = "so many within a time, written count/duration")
@Written(pattern = "\\s*[0-9]{1,6}\\s*/\\s*[0-9][0-9a-z]*\\s*", examples = {"12/1h", "3/1d"})
public record Rate(int most, Duration within) {

    public static Rate parse(String text) {
        String[] parts = text.strip().split("\\s*/\\s*", -1);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,6}")) {
            throw mistake(text);
        }
        Duration within = Durations.parse(parts[1]);
        if (within.isZero()) {
            throw mistake(text);
        }
        return new Rate(Integer.parseInt(parts[0]), within);
    }

    private static Mistake mistake(String text) {
        return new Mistake(new Words("读不懂 “" + text + "”:这里要写一段时间里最多几次", "cannot make sense of \"" + text
                + "\": how many within which time?"), new Words("照这样写: 12/1h(一小时 12 次)、3/1d、4/7d",
                        "write it like this: 12/1h (12 an hour), 3/1d, 4/7d"));
    }
}
