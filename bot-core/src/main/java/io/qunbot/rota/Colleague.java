package io.qunbot.rota;

import io.qunbot.chat.MemberId;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.Written;

/** A colleague as an operator names them: by their account. */
@Doc(zh = "同事的账号", en = "a colleague's account")
@Written(examples = "zhangsan")
public record Colleague(MemberId id) {

    public static Colleague parse(String text) {
        if (text.isBlank()) {
            throw new Mistake(new Words("同事的账号不能是空的", "a colleague's account must not be empty"),
                    new Words("写企业微信里的账号,例如 zhangsan", "write the account in WeCom, such as zhangsan"));
        }
        return new Colleague(new MemberId(text.strip()));
    }
}
