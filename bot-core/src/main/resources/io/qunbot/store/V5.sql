-- Nothing changes in this step.
update mark set value = value where name = 'nothing';
