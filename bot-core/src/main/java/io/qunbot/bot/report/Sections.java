package io.qunbot.bot.report;

import io.qunbot.bot.report.section.Balance;
import io.qunbot.bot.report.section.Crowds;
import io.qunbot.bot.report.section.Drafts;
import io.qunbot.bot.report.section.HandedOver;
import io.qunbot.bot.report.section.Lists;
import io.qunbot.bot.report.section.Newcomers;
import io.qunbot.bot.report.section.Questions;
import io.qunbot.bot.report.section.Talk;
import java.util.List;

/** The sections of a report, in their order: whatever else is to be told is one more of them. */
public final class Sections {

    /** All of them. */
    public static final List<Section> ALL = List.of(new Balance(), new Newcomers(), new Talk(), new Questions(),
            new Drafts(), new HandedOver(), new Crowds(), new Lists());

    private Sections() {}
}
