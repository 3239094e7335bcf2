package io.qunbot.plugin;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;

/** A part of the whole: {@code 20%}. */
@Doc(zh = "占多少,写作百分数", en = "a part of the whole, in percent")
@Written(pattern = "\\s*[0-9]{1,3}\\s*[%%]\\s*", examples = "20%")
public record Share(int percent) {

    public static Share parse(String text) {
        String digits = text.strip().replaceFirst("\\s*[%%]$", "");
        if (digits.length() == text.strip().length() || !digits.matches("[0-9]{1,3}")
                || Integer.parseInt(digits) > 100) {
            throw new Mistake(new Words("读不懂 “" + text + "”:这里要写百分数", "cannot make sense of \"" + text
                    + "\": a percentage is expected"), new Words("照这样写: 20%", "write it like this: 20%"));
        }
        return new Share(Integer.parseInt(digits));
    }

    /** So much of a whole, rounded down. */
    public int of(int whole) {
        return whole * percent / 100;
    }
}
