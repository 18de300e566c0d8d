"""Verbs with which advice begins its sentences, in the form of an order."""

WORDS = """
abra achte add ajoutez anota anote apunta arrêtez ask avoid batch begin beginne beginnt book bring build busca
call cambia carry change charge check choose cierra clean close colour comece commencez copy corta corte count
coupez cover cuenta cut date decide deja delete demandez describe di divide do donnez draft draw drop druck
druckt elige empieza end escreva escribe evita evite explain faça feche feed fill find finish fix fold follow
forget frag fragt freeze gardez gebruik geef give group guarda guarde hand hang have haz hold houd imprima
imprime imprimez include invite keep kies laat label laissez leave lee lees leg legt leia lest let leve lies
limit lisez list listen lleva log look maak mach macht make mark match measure meet mettez meça mide mira mix
move name neem nehmt never nimm nombra note noteer notez notier notiere notiert number offer open pack paste
pause pay pergunte peça photograph pick pide pin plak plan plane pon ponha posez practice practise pregunta
prenez prepara prepare print prueba prune préparez prüf prüft put quita quote rangez rate read record rehearse
relisez remove rename repeat replace rest review revisa revise rewrite rinse run save say schedule schreib
schreibt schrijf score set share show sit sketch skip sort spend split start state stel stell stellt stick stop
store strip swap switch take tally tape teach teil teilt tell test testez thank think time track translate trim
trust try turn type usa use utilisez vermeide vermijd vraag vérifiez wacht wait walk warm wash watch weigh wipe
write zet zoek zähl écrivez évitez
"""

IMPERATIVE = frozenset(WORDS.split())
