package io.qunbot.plugins.rollcall;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Shorthand;
import java.util.List;

/** What members of a group report. */
@Doc(zh = "打卡、点名、清单", en = "roll-calls and checklists")
@Shorthand("list")
public record RollcallSettings(@Doc(zh = "打卡", en = "the roll-calls") List<Located<Rollcall>> list) {

    public RollcallSettings {
        list = List.copyOf(list);
    }
}
