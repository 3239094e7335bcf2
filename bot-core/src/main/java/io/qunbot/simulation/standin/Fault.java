package io.qunbot.simulation.standin;

/** How a stand-in answers badly. */
public sealed interface Fault {

    /** WeCom's own refusal. */
    record Refusal(int code, String message) implements Fault {}

    /** No answer, while the connection stays open. */
    record Stall() implements Fault {}

    /** The request is carried out, then the connection is reset without an answer. */
    record Reset() implements Fault {}

    /** The request is carried out, then the answer breaks off in the middle. */
    record Half() implements Fault {}

    /** Something that is not WeCom answers, such as a proxy. */
    record Other(int status, String body) implements Fault {}

    /** WeCom's refusal by its code. */
    static Fault code(int code) {
        return new Refusal(code, "hint: [1699999999_1_0123456789abcdef], from ip: 203.0.113.7, more info at "
                + "https://open.work.weixin.qq.com/devtool/query?e=" + code);
    }
}
