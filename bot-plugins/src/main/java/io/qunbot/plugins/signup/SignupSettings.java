package io.qunbot.plugins.signup;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Shorthand;
import java.util.List;

/** What members of a group can sign up for. */
@Doc(zh = "报名:活动、课程、上门", en = "sign-ups for events, classes, appointments")
@Shorthand("list")
public record SignupSettings(@Doc(zh = "报名", en = "the sign-ups") List<Located<Signup>> list) {

    public SignupSettings {
        list = List.copyOf(list);
    }
}
